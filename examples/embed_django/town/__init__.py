"""What a platform adds to show what fengqiao finds."""
