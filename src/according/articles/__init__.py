"""1. News in: file, folder, address, feed, archive → `Article`, or a recorded `Problem`."""
