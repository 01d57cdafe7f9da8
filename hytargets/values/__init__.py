"""Values as people print them: numbers, numerals, periods, names."""
