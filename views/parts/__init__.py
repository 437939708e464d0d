"""The parts of the page Compare, a file each."""
