"""The screen: an API over the store and the built user interface, both served from this machine only."""
