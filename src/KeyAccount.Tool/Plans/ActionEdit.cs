using System.Text.Json;
using System.Text.Json.Serialization;
using KeyAccount.Core.Planning;
using KeyAccount.Core.Terms;
using KeyAccount.Tool.Terminal;
using NodaTime;

namespace KeyAccount.Tool.Plans;

/// <summary>What is to be set in an action; what is null stays.</summary>
internal sealed partial record ActionEdit
{
    public string? Action { get; init; }

    public ActionStatus? Status { get; init; }

    public LocalDate? On { get; init; }

    public LocalDate? Due { get; init; }

    public string? Note { get; init; }

    public string? Evidence { get; init; }

    public string? Owner { get; init; }

    public double? Progress { get; init; }

    public double? Hours { get; init; }

    public decimal? Budget { get; init; }

    public decimal? Spent { get; init; }

    public int? Revision { get; init; }

    /// <summary>An edit from a line of JSON.</summary>
    public static ActionEdit FromJson(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, EditJson.Default.ActionEdit) is { Action: not null } edit ? edit
                : throw new ToolException(
                    "an edit is a JSON object with the id of an action, such as "
                    + "{\"action\": \"A-1/RenewContract\", \"status\": \"Done\"}.");
        }
        catch (JsonException e)
        {
            throw new ToolException($"it is not an edit: {e.Path}: {e.Message.Split(" Path: ", 2)[0]}", e);
        }
    }

    /// <summary>The action after the edit.</summary>
    /// <param name="action">The action.</param>
    /// <param name="today">Since when, where the edit does not say.</param>
    /// <exception cref="ArgumentException">A part is out of its range, or does not go with the status.</exception>
    public PlanAction Applied(PlanAction action, LocalDate today)
    {
        var state = action.State;
        var status = Status ?? state.Status;
        if (Status is not null || Note is not null || Evidence is not null || Progress is not null || On is not null)
        {
            // What was said of another status does not hold of this one.
            var isSame = status == state.Status;
            state = new(
                status,
                status == ActionStatus.Open ? null : On ?? (isSame ? state.On : null) ?? today,
                Note ?? (isSame ? state.Note : null),
                Progress ?? (isSame ? state.Progress : null),
                Evidence ?? (isSame ? state.Evidence : null));
        }

        return action with
        {
            State = state, Owner = Owner ?? action.Owner, DueOn = Due ?? action.DueOn, Hours = Hours ?? action.Hours,
            Budget = Budget ?? action.Budget, Spent = Spent ?? action.Spent,
        };
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = [typeof(LocalDateJsonConverter)],
        GenerationMode = JsonSourceGenerationMode.Metadata)]
    [JsonSerializable(typeof(ActionEdit))]
    private sealed partial class EditJson : JsonSerializerContext;
}
