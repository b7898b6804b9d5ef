"""7. The screen: app factory, routes, responses; the built user interface."""
