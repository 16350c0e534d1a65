"""The running program behind the window: session, worker thread, playback. QtCore only."""
