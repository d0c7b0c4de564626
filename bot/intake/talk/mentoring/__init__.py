"""What conversations between mentor and mentee change: matches, meetings, action items, goodbyes."""
