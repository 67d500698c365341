from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "samspil.cases"
    verbose_name = "sager"

    def ready(self) -> None:
        from samspil.cases.commands import begin_case
        from samspil.cases.queries import actions_of
        from samspil.concerns.commands import register_case_opener
        from samspil.decisions.rules import item_actions

        register_case_opener(begin_case)
        item_actions.append(actions_of)
