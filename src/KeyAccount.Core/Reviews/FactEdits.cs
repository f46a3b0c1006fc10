using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>Changes facts of an account file by their paths.</summary>
internal static class FactEdits
{
    // Who an account is decides what it is counted with: that is another question than what becomes of it.
    private static readonly string[] Identity = ["id", "parent", "sameAs"];

    private static readonly JsonDocumentOptions OneValue = new() { MaxDepth = 64 };

    /// <summary>Returns the account with changed facts.</summary>
    /// <param name="account">The account.</param>
    /// <param name="edits">The changes, in order.</param>
    /// <param name="changes">Receives each change with the earlier value.</param>
    public static AccountFile Apply(AccountFile account, IReadOnlyList<FactEdit> edits, List<EditedFact> changes)
    {
        var root = JsonSerializer.SerializeToNode(account, ReviewJson.Default.AccountFile)!.AsObject();
        var faults = new List<ModelFault>();
        foreach (var edit in edits)
        {
            Guard.NotNull(edit, nameof(edits));
            if (Apply(root, edit, out var before) is { } fault)
                faults.Add(new(edit.Path, fault));
            else
                changes.Add(new(edit.Path, before, edit.Json is null or "null" ? null : Compact(edit.Json)));
        }

        if (faults.Count > 0)
            throw new InvalidModelException("what-if", faults);
        return CheckedJson.Read(root.ToJsonString(), ReviewJson.Default.AccountFile, "what-if") with
        {
            Conversion = account.Conversion, RowWarnings = account.RowWarnings,
        };
    }

    private static string? Apply(JsonObject root, FactEdit edit, out string? before)
    {
        before = null;
        if (StepsOf(edit.Path) is not { } steps)
            return "it is not the path of a fact; write it as in contacts[0].level";
        if (steps is [string first, ..] && Identity.Contains(first))
            return "it says which account this is; a what-if changes facts";
        JsonNode? value;
        try
        {
            value = edit.Json is null ? null : JsonNode.Parse(edit.Json, documentOptions: OneValue);
        }
        catch (JsonException)
        {
            return $"its value is {Shown(edit.Json!)}; it must be JSON: a number, true, false, null, an object, a list, a text in quotes";
        }

        JsonNode place = root;
        for (var i = 0; i < steps.Count - 1; i++)
        {
            // What is not known yet begins here: an object before a name, a list before an index.
            if (Find(place, steps[i], out var fault) is not { } next)
            {
                if (fault is not null)
                    return fault;
                next = steps[i + 1] is int ? new JsonArray() : new JsonObject();
                Set(place, steps[i], next);
            }

            place = next;
        }

        var was = Find(place, steps[^1], out var last);
        if (last is not null)
            return last;
        before = was?.ToJsonString();
        Set(place, steps[^1], value);
        return null;
    }

    private static JsonNode? Find(JsonNode place, object step, out string? fault)
    {
        fault = null;
        switch (place, step)
        {
            case (JsonObject members, string name):
                return members[name];
            case (JsonArray items, int index):
                if (index > items.Count)
                    fault = Invariant($"[{index}] is beyond the end; the list has {items.Count} items, from [0]");
                return index < items.Count ? items[index] : null;
            case (JsonArray items, string id):
                var found = items.FirstOrDefault(item => item is JsonObject each && each["id"] is JsonValue value
                    && value.TryGetValue<string>(out var own) && own == id);
                if (found is null)
                    fault = $"the list has no item of the id {Shown(id)}";
                return found;
            default:
                fault = step is int ? "it has an index where there is no list" : $"it has {Shown((string)step)} where there are no parts";
                return null;
        }
    }

    private static void Set(JsonNode place, object step, JsonNode? value)
    {
        switch (place, step)
        {
            case (JsonObject members, string name) when value is null:
                members.Remove(name);
                break;
            case (JsonObject members, string name):
                members[name] = value;
                break;
            case (JsonArray items, int index) when value is null:
                if (index < items.Count)
                    items.RemoveAt(index);
                break;
            case (JsonArray items, int index):
                if (index < items.Count)
                    items[index] = value;
                else
                    items.Add(value);
                break;
            case (JsonArray items, string id):
                var at = items.Select((item, i) => (item, i)).First(each => each.item is JsonObject item && (string?)item["id"] == id).i;
                Set(items, at, value);
                break;
        }
    }

    // Names, indexes in brackets, and names or ids in brackets and quotes; null where it is none of these.
    private static List<object>? StepsOf(string path)
    {
        var steps = new List<object>();
        for (var i = 0; i < path.Length;)
        {
            if (path[i] == '[')
            {
                var isQuoted = path.AsSpan(i).StartsWith("[\"");
                var end = path.IndexOf(isQuoted ? "\"]" : "]", i + 1, StringComparison.Ordinal);
                if (end < 0)
                    return null;
                if (isQuoted)
                    steps.Add(path[(i + 2)..end]);
                else if (int.TryParse(path.AsSpan(i + 1, end - i - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
                    steps.Add(index);
                else
                    return null;
                i = end + (isQuoted ? 2 : 1);
            }
            else
            {
                if (path[i] == '.' ? steps.Count == 0 : steps.Count > 0)
                    return null;
                var start = path[i] == '.' ? i + 1 : i;
                var end = path.AsSpan(start).IndexOfAny('.', '[') is >= 0 and var length ? start + length : path.Length;
                if (end == start)
                    return null;
                steps.Add(path[start..end]);
                i = end;
            }
        }

        return steps.Count > 0 && steps[0] is string ? steps : null;
    }

    private static string Compact(string json)
    {
        using var document = JsonDocument.Parse(json);
        return RawJsonConverter.Compact(document.RootElement);
    }

    private static string Shown(string text) => text.Length <= 80 ? $"'{text}'" : $"'{text[..80]}…'";
}
