"""What holds between articles: copies, one event told twice, one sentence quoted in other words."""
