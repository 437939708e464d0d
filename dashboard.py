"""Parallax in the browser: ``streamlit run dashboard.py``."""

import sys

import streamlit as st

from views import shared

# The browser draws what has arrived every ten milliseconds, each time at a price: with Python's usual 5 ms the thread
# that sends cuts into the page being made, and the top of a page arrives, and is drawn, in two or three pieces.
sys.setswitchinterval(0.04)

st.set_page_config(page_title="Parallax", layout="wide", initial_sidebar_state="collapsed")
page = st.navigation(
    [
        st.Page("views/stories.py", title="Stories", default=True),
        st.Page("views/compare.py", title="Compare", url_path="compare"),
        st.Page("views/article.py", title="Article", url_path="article"),
        st.Page("views/outlets.py", title="Outlets", url_path="outlets"),
        st.Page("views/add.py", title="Add coverage", url_path="add"),
        st.Page("views/methods.py", title="Methods", url_path="methods"),
    ],
    position="top",
)
shared.frame(page.url_path)
page.run()
