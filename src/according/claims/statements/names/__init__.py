"""Who or what a phrase speaks of: names, pronouns, descriptions, owners, countries."""
