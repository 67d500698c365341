from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "samspil.cases"
    verbose_name = "sager"

    def ready(self) -> None:
        from samspil.cases.commands import begin_case
        from samspil.cases.queries import actions_of, came_of_case
        from samspil.cases.queries.lists import place_of_case
        from samspil.concerns.commands import register_case_opener
        from samspil.decisions.rules import came_of, item_actions
        from samspil.words.queries import register_place

        register_case_opener(begin_case)
        item_actions.append(actions_of)
        came_of["case"] = came_of_case
        register_place("case", place_of_case)
