"""Builders of the contextual models: BERT encoders as ONNX graphs."""
