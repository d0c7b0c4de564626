"""The parts of a drawing: branches, words, edges; `bot.engine.draw` puts them on the page."""
