# Times a full recalculation of a workbook in LibreOffice Calc and prints {"times": [...], "values": [...]} as JSON.
# Use: python3 libreoffice.py FILE REPORT_ROWS ROUNDS
import json
import os
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice did not answer")


def main():
    path, rows, rounds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    pipe = f"bench{os.getpid()}"
    profile = tempfile.mkdtemp()
    office = subprocess.Popen(
        ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{profile}", f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        context = connect(pipe)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        hidden = PropertyValue()
        hidden.Name, hidden.Value = "Hidden", True
        document = desktop.loadComponentFromURL(f"file://{os.path.abspath(path)}", "_blank", 0, (hidden,))
        times = []
        for _ in range(rounds):
            start = time.perf_counter()
            document.calculateAll()
            times.append((time.perf_counter() - start) * 1000)
        report = document.Sheets.getByName("Report")
        values = [row[0] for row in report.getCellRangeByPosition(0, 0, 0, rows - 1).getDataArray()]
        print(json.dumps({"times": times, "values": values}))
        document.close(True)
        desktop.terminate()
    finally:
        office.terminate()


main()
