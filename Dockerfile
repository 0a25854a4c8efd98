FROM python:3.12-slim
WORKDIR /atlas
COPY constraints.txt pyproject.toml README.md LICENSE ./
COPY geo geo
COPY data data
COPY app.py ./
COPY .streamlit .streamlit
RUN pip install --no-cache-dir -c constraints.txt .
EXPOSE 8501
# Streamlit would ask a service on the web for this machine's address if it had no name for it.
CMD ["streamlit", "run", "app.py", "--server.headless=true", "--server.address=0.0.0.0", "--browser.serverAddress=localhost"]
