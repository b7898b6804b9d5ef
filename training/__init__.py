"""From annotated articles and public base weights to `according/claims/weights`: `python -m training`."""
