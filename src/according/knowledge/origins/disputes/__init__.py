"""What contradicts: denials and what they answer, numbers, places and holders that do not go together."""
