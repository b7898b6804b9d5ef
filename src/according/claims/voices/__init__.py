"""Who speaks: source phrases read as voices, looked up in what the article said before, linked to the outlet."""
