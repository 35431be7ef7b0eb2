"""The coach's studio: what people add to a kept session, and where to listen first.

Comments, corrections, scores and rubrics lie beside the measurement and never in it.
"""
