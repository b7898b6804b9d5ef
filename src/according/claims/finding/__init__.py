"""Where a text attributes: finders of source, cue and content, one learned, one by grammar, and both joined."""
