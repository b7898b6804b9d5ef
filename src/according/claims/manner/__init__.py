"""How it is said: the speaker's status, the reporter's distance, likelihood, condition, whether it was checked."""
