"""All that the map says, without it: sentences (the day in words), tables (regions, events), inwords."""
