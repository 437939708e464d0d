"""Parallax in the browser: ``streamlit run dashboard.py``."""

import streamlit as st

from views import shared

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
