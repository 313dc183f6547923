"""The practice of Laixi city as reported in 2019, as a pack: data only, no code."""
