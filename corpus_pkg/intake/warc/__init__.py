"""Web archives: their records, the digests of these, and the answers of servers that they hold."""
