"""The atlas for `streamlit run app.py`: the page, run for each reader, and the server that it stands on."""

import streamlit as st

from geo.page.server import lifespan, middleware

if __name__ == "__main__":
    # Not above: what declares components has to be imported while the server runs.
    from geo.page.pages import main

    main()
else:
    app = st.App(__file__, middleware=middleware(), lifespan=lifespan)
