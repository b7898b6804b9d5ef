"""How a sentence is taken apart: clauses, noun phrases, lists, numbers, where and when."""
