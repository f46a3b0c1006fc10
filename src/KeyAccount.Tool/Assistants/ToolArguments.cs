using System.Text.Json;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Terminal;
using static System.FormattableString;

namespace KeyAccount.Tool.Assistants;

/// <summary>The arguments of a call, which an assistant may have made up.</summary>
internal sealed class ToolArguments(IDictionary<string, JsonElement>? given)
{
    public string? TextOrNull(string name) => Get(name) switch
    {
        { ValueKind: JsonValueKind.String } text when !string.IsNullOrWhiteSpace(text.GetString()) => text.GetString(),
        null => null,
        { } other => throw Wrong(name, other, "a text that is not blank"),
    };

    public string Text(string name) => TextOrNull(name) ?? throw Missing(name);

    public bool Flag(string name) => Get(name) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } or null => false,
        { } other => throw Wrong(name, other, "true or false"),
    };

    public int? Integer(string name, int least, int most) => Get(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var value) && value >= least && value <= most => value,
        { } other => throw Wrong(name, other, Invariant($"a whole number from {least} to {most}")),
    };

    public string Json(string name) => Get(name)?.GetRawText() ?? throw Missing(name);

    public IReadOnlyList<FactEdit> Edits(string name)
    {
        if (Get(name) is not { } list)
            throw Missing(name);
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
            throw Wrong(name, list, "a list of at least one object with a path and a value");
        return
        [
            .. list.EnumerateArray().Select((edit, i) => edit.ValueKind == JsonValueKind.Object
                && edit.TryGetProperty("path", out var path) && path.ValueKind == JsonValueKind.String
                && !string.IsNullOrWhiteSpace(path.GetString())
                    ? new FactEdit(path.GetString()!, edit.TryGetProperty("value", out var value) ? value.GetRawText() : null)
                    : throw Wrong(Invariant($"{name}[{i}]"), edit, "an object with a path and a value")),
        ];
    }

    private JsonElement? Get(string name) =>
        given is not null && given.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static UsageException Missing(string name) => new($"{name} is missing.");

    private static UsageException Wrong(string name, JsonElement value, string expected)
    {
        var text = value.GetRawText();
        return new($"{name} is {(text.Length <= 80 ? text : text[..80] + "…")}; it must be {expected}.");
    }
}
