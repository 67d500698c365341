from django.urls import path

from samspil.accounts.views import demo, login, me, new_email, office, securing, welcome

app_name = "accounts"

urlpatterns = [
    path("log-ind/", login.login, name="login"),
    path("log-ind/noegle/", login.passkey_login, name="passkey_login"),
    path("log-ind/kode/", login.code, name="code"),
    path("log-ind/kode/noegle/", login.passkey_code, name="passkey_code"),
    path("log-ind/som/", demo.be_somebody, name="demo"),
    path("log-ud/", login.logout, name="logout"),
    path("velkommen/<str:token>/", welcome.welcome, name="welcome"),
    path("sikkerhed/", securing.securing, name="securing"),
    path("sikkerhed/app/", securing.app, name="app"),
    path("sikkerhed/app/billede.svg", securing.app_picture, name="app_picture"),
    path("sikkerhed/noegle/", securing.passkey, name="passkey"),
    path("sikkerhed/noegle/valg/", securing.passkey_options, name="passkey_options"),
    path("sikkerhed/koder/", securing.paper, name="paper"),
    path("sikkerhed/koder/nye/", securing.new_paper, name="new_paper"),
    path("sikkerhed/fjernelse/<int:number>/", securing.take_away, name="take_away"),
    path("sikkerhed/adgangskode/", securing.new_password, name="new_password"),
    path("sikkerhed/mail/", new_email.ask, name="new_email"),
    path("sikkerhed/mail/<str:token>/", new_email.confirm, name="confirm_email"),
    path("sikkerhed/bekraeft/", securing.sure, name="sure"),
    path("mig/", me.me, name="me"),
    path("mig/kommune/", me.municipality, name="municipality"),
    path("mig/log-ud-overalt/", me.logout_everywhere, name="logout_everywhere"),
    path("konti/", office.people, name="people"),
    path("konti/<str:key>/", office.colleague, name="colleague"),
    path("konti/<str:key>/invitation/", office.invite, name="invite"),
    path("konti/<str:key>/laasning/", office.lock, name="lock"),
    path("konti/<str:key>/oplaasning/", office.unlock, name="unlock"),
    path("konti/<str:key>/ny-adgang/", office.ask_recovery, name="ask_recovery"),
    path("konti/<str:key>/ny-adgang/godkendelse/", office.approve_recovery, name="approve_recovery"),
    path("konti/<str:key>/ny-adgang/afvisning/", office.refuse_recovery, name="refuse_recovery"),
]
