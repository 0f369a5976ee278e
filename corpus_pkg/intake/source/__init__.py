"""Source texts with positions: strict readers that never fail, and say at which character something is wrong."""
