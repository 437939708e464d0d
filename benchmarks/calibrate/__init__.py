"""Does Parallax cry wolf, are its intervals honest, and what can it see? Measured on articles that fitted no table."""
