"""The pages: the only code besides dashboard.py that knows Streamlit."""
