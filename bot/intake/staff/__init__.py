"""What coordinators do outside of cases: what they write to the bot, and the word they give for a cohort."""
