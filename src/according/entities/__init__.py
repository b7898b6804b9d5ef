"""3. Who, where, when: names, actors, places, dates, packs."""
