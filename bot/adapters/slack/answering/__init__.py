"""What happens between a payload and its acknowledgement: the door, the windows a coordinator sees, who wrote."""
