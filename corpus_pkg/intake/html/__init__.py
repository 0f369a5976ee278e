"""Pages of HTML: their tags with positions, what their markup states, their body, and what they are that is none."""
