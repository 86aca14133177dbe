from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_the_digest_is_a_choice"),
        ("plans", "0001_initial"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="progressnote",
            name="notes_by_day",
        ),
        migrations.AddIndex(
            model_name="action",
            index=models.Index(fields=["priority", "due_on", "title"], name="actions_of_a_priority"),
        ),
        migrations.AddIndex(
            model_name="action",
            index=models.Index(fields=["partnership", "due_on"], name="actions_by_day"),
        ),
        migrations.AddIndex(
            model_name="action",
            index=models.Index(fields=["partnership", "created_at"], name="actions_by_when_given"),
        ),
        migrations.AddIndex(
            model_name="action",
            index=models.Index(fields=["partnership", "escalated_on"], name="actions_by_escalation"),
        ),
        migrations.AddIndex(
            model_name="progressnote",
            index=models.Index(fields=["partnership", "said_on", "created_at"], name="notes_by_day"),
        ),
        migrations.AddIndex(
            model_name="progressnote",
            index=models.Index(fields=["action", "status", "said_on"], name="notes_by_status"),
        ),
    ]
