"""What contents tell of: harm, numbers, who holds a place, and where and when; read by their words alone. Pure."""
