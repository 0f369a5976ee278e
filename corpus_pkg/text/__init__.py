"""From raw bytes to text whose every character leads back to them."""
