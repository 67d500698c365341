def test_pages(world, client_of, laid):
    key, item = laid
    anna = client_of("anna")
    for path in ("/moeder/", "/moeder/maaned/", "/moeder/nyt/", "/moeder/kalenderlink/", f"/moeder/{key}/", f"/moeder/{key}/punkt/{item}/",
                 f"/moeder/{key}/storskaerm/", f"/moeder/{key}/storskaerm/?punkt={item}", f"/moeder/{key}/referat/", f"/moeder/{key}/indkaldelse.ics",
                 f"/moeder/{key}/nyt-punkt/", f"/moeder/{key}/nyt-lukket-punkt/", f"/moeder/{key}/punkt/{item}/sammenligning/"):
        answer = anna.get(path)
        assert answer.status_code == 200, (path, answer.content[:500])
