using System.Text.Json;
using KeyAccount.Core.Planning;
using KeyAccount.Core.Terms;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Tool.Plans;

/// <summary>An edit of an action; what is null stays.</summary>
internal sealed record ActionEdit
{
    /// <summary>The revisions that an action can have.</summary>
    public const string RevisionRange = "a whole number from 0 to 2147483647";

    private const string Example = "{\"action\": \"A-1/RenewContract\", \"status\": \"done\"}";

    private static readonly string[] Members =
        ["action", "status", "on", "due", "note", "evidence", "owner", "progress", "hours", "budget", "spent", "revision", "by"];

    /// <summary>The words for how far an action is, as they are offered.</summary>
    public static IReadOnlyList<string> StatusWords { get; } =
        [.. ActionStatus.InOrder.Select(status => JsonNamingPolicy.KebabCaseLower.ConvertName(status.Name))];

    public string? Action { get; init; }

    public ActionStatus? Status { get; init; }

    public LocalDate? On { get; init; }

    public LocalDate? Due { get; init; }

    public string? Note { get; init; }

    public string? Evidence { get; init; }

    public string? Owner { get; init; }

    /// <summary>Who makes the edit.</summary>
    public string? By { get; init; }

    public double? Progress { get; init; }

    public double? Hours { get; init; }

    public decimal? Budget { get; init; }

    public decimal? Spent { get; init; }

    public int? Revision { get; init; }

    /// <summary>Whether the edit sets nothing.</summary>
    public bool IsEmpty => this == new ActionEdit { Action = Action, Revision = Revision, By = By };

    /// <summary>An edit from a line of JSON.</summary>
    /// <exception cref="ToolException">It is none; the message says which member is wrong, and what it can be.</exception>
    public static ActionEdit FromJson(string line)
    {
        using var json = Parsed(line);
        var edit = new ActionEdit();
        foreach (var member in json.RootElement.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null))
        {
            edit = member.Name switch
            {
                "action" => edit with { Action = TextOf(member) },
                "status" => edit with
                {
                    Status = StatusOf(TextOf(member)) ?? throw Wrong(member, $"one of {string.Join(", ", StatusWords)}"),
                },
                "on" => edit with { On = DateOf(member) },
                "due" => edit with { Due = DateOf(member) },
                "note" => edit with { Note = TextOf(member) },
                "evidence" => edit with { Evidence = TextOf(member) },
                "owner" => edit with { Owner = TextOf(member) },
                "by" => edit with { By = TextOf(member) },
                "progress" => edit with { Progress = (double)NumberOf(member, 1) },
                "hours" => edit with { Hours = (double)NumberOf(member, decimal.MaxValue) },
                "budget" => edit with { Budget = NumberOf(member, decimal.MaxValue) },
                "spent" => edit with { Spent = NumberOf(member, decimal.MaxValue) },
                "revision" => edit with
                {
                    Revision = member.Value.ValueKind == JsonValueKind.Number && member.Value.TryGetInt32(out var number) && number >= 0
                        ? number : throw Wrong(member, RevisionRange),
                },
                var name => throw NoEdit($"there is no member '{name}'; it must be one of {string.Join(", ", Members)}."),
            };
        }

        return edit.Action is null ? throw NoEdit($"it names no action, such as {Example}.")
            : edit.IsEmpty ? throw NoEdit($"there is nothing to set; name a part, such as {Example}.")
            : edit;
    }

    /// <summary>How far an action is, by its code or its name in any language of the library; null if it is none.</summary>
    public static ActionStatus? StatusOf(string word) => TermWord.Of<ActionStatus>(word.Trim())
        ?? TermWord.Of<ActionStatus>(word.Trim().Replace('-', ' ').Replace('_', ' '));

    /// <summary>The action after the edit.</summary>
    /// <param name="action">The action.</param>
    /// <param name="today">Since when, where the edit does not say; but not before a review has asked for it.</param>
    /// <exception cref="ArgumentException">A part is out of its range, or does not go with the status.</exception>
    public PlanAction Applied(PlanAction action, LocalDate today)
    {
        var state = action.State;
        var status = Status ?? state.Status;
        if (Status is not null || Note is not null || Evidence is not null || Progress is not null || On is not null || By is not null)
        {
            // What was said of another status does not hold of this one.
            var isSame = status == state.Status;
            state = new(
                status,
                status == ActionStatus.Open ? null : On ?? (isSame ? state.On : null) ?? FirstDay(action, today),
                Note ?? (isSame ? state.Note : null),
                Progress ?? (isSame ? state.Progress : null),
                Evidence ?? (isSame ? state.Evidence : null),
                By);
        }

        return action with
        {
            State = state, Owner = Owner ?? action.Owner, DueOn = Due ?? action.DueOn, Hours = Hours ?? action.Hours,
            Budget = Budget ?? action.Budget, Spent = Spent ?? action.Spent,
        };
    }

    // A review can be as of a later day than today.
    private static LocalDate FirstDay(PlanAction action, LocalDate today) =>
        action.Origin is { } origin ? LocalDate.Max(today, origin.FirstAskedOn) : today;

    private static JsonDocument Parsed(string line)
    {
        try
        {
            var json = JsonDocument.Parse(line, new() { AllowDuplicateProperties = false });
            if (json.RootElement.ValueKind == JsonValueKind.Object)
                return json;
            json.Dispose();
        }
        catch (JsonException)
        {
            // What is wrong with it is no help to who has written it by a program: the example is.
        }

        throw NoEdit($"a line is one JSON object in which each member appears once, such as {Example}.");
    }

    private static string TextOf(JsonProperty member) =>
        member.Value.ValueKind == JsonValueKind.String && member.Value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text
        : throw Wrong(member, "a text that is not blank");

    private static LocalDate DateOf(JsonProperty member) =>
        member.Value.ValueKind == JsonValueKind.String
        && LocalDatePattern.Iso.Parse(member.Value.GetString()!).TryGetValue(default, out var date) ? date
        : throw Wrong(member, "a date as YYYY-MM-DD, such as 2025-01-31");

    private static decimal NumberOf(JsonProperty member, decimal most) =>
        member.Value.ValueKind == JsonValueKind.Number && member.Value.TryGetDecimal(out var number) && number >= 0 && number <= most
            ? number
            : throw Wrong(member, most == 1 ? "a number from 0 to 1" : "a number of at least 0");

    private static ToolException Wrong(JsonProperty member, string range) =>
        NoEdit($"{member.Name} is {member.Value.GetRawText()}; it must be {range}.");

    private static ToolException NoEdit(string reason) => new($"it is not an edit: {reason}");
}
