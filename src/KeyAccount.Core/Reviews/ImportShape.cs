using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace KeyAccount.Core.Reviews;

/// <summary>The form of the account file, as its columns describe it: objects, lists and values, with the JSON type of each.</summary>
internal sealed class ImportShape
{
    private const string OwnTopics = "topics";

    private readonly List<ImportShape> _members = [];
    private readonly JsonTypeInfo? _type;

    private ImportShape(string name, ImportShape? parent, JsonTypeInfo? type, bool isList)
    {
        (Name, Parent, _type, IsList) = (name, parent, type, isList);
        Path = parent is null ? "" : parent.Path.Length == 0 ? name : $"{parent.Path}{(parent.IsList ? "[]" : "")}.{name}";
        Index = parent?._members.Count ?? 0;
        Encoded = JsonEncodedText.Encode(name);
    }

    public string Name { get; }

    public JsonEncodedText Encoded { get; }

    public string Path { get; }

    /// <summary>The place among the members of its parent.</summary>
    public int Index { get; }

    public ImportShape? Parent { get; }

    public bool IsList { get; }

    /// <summary>The value of a cell; null for an object and a list.</summary>
    public ImportLeaf? Leaf { get; private set; }

    public AccountColumn? Column { get; private set; }

    /// <summary>The members of the object, or of each item of the list.</summary>
    public IReadOnlyList<ImportShape> Members => _members;

    /// <summary>The members that identify the items of the list.</summary>
    public ImportShape[] Keys { get; private set; } = [];

    /// <summary>The keys of an entry other than its first one, as JSON, where none of them is known.</summary>
    public string[] NoParts { get; private set; } = [];

    /// <summary>The list that it belongs to; null if it belongs to the account.</summary>
    public ImportShape? List { get; private set; }

    /// <summary>The number among all values.</summary>
    public int Number { get; private set; } = -1;

    /// <summary>The value of the list whose numbers are added; null for none.</summary>
    public ImportShape? Summed { get; private set; }

    /// <summary>Builds the form from all columns.</summary>
    /// <exception cref="ArgumentException">A column has no place in the account file, or cannot be the value of a cell.</exception>
    public static ImportShape Of(IEnumerable<AccountTopic> topics, out IReadOnlyDictionary<string, ImportShape> leaves)
    {
        var all = topics.ToArray();
        var parts = all.Where(topic => topic.PartType is not null).ToDictionary(
            topic => topic.Topic.Name, topic => topic.PartType!, StringComparer.Ordinal);
        var root = new ImportShape("", null, ReviewJson.Default.AccountFile, isList: false);
        var found = new Dictionary<string, ImportShape>(StringComparer.Ordinal);
        foreach (var column in AccountFile.Columns.Concat(all.SelectMany(topic => topic.Columns)))
        {
            var leaf = root.Add(column, parts);
            if (!found.TryAdd(column.Path, leaf))
                throw new ArgumentException($"the column {column.Path} is declared twice.", nameof(topics));
            leaf.Number = found.Count - 1;
        }

        root.Finish(null);
        leaves = found;
        return root;
    }

    /// <summary>The chain of lists from the outermost one to the one that it belongs to.</summary>
    public ImportShape[] Lists { get; private set; } = [];

    public ImportShape? Member(string name) => _members.Find(member => member.Name == name);

    private ImportShape Add(AccountColumn column, Dictionary<string, JsonTypeInfo> parts)
    {
        var at = this;
        foreach (var step in column.Path.Split('.'))
        {
            var isList = step.EndsWith("[]", StringComparison.Ordinal);
            var name = isList ? step[..^2] : step;
            var member = at.Member(name);
            if (member is null)
            {
                member = new(name, at, at.TypeOf(name, isList, parts), isList);
                at._members.Add(member);
            }

            at = member;
        }

        at.Column = column;
        at.Leaf = at._type is { } type ? ImportLeaf.Of(column.Unit, type) : null;
        return at.Leaf is not null ? at
            : throw new ArgumentException($"the column {column.Path} is not a value that a cell of a table can hold.", nameof(column));
    }

    private JsonTypeInfo? TypeOf(string name, bool isList, Dictionary<string, JsonTypeInfo> parts)
    {
        if (Parent is null && name == OwnTopics)
            return null;
        if (Parent is { Parent: null, Name: OwnTopics })
        {
            return parts.GetValueOrDefault(name)
                ?? throw new ArgumentException($"the column {Path}.{name} names no topic of one's own.", nameof(name));
        }

        var property = _type?.Properties.FirstOrDefault(each => each.Name == name)
            ?? throw new ArgumentException($"there is no {(Path.Length > 0 ? $"{Path}." : "")}{name} in the account file.", nameof(name));
        var type = _type.Options.GetTypeInfo(property.PropertyType);
        if (!isList)
            return type;
        return type.Kind == JsonTypeInfoKind.Enumerable
            ? type.Options.GetTypeInfo(type.Type.IsArray ? type.Type.GetElementType()! : type.Type.GetGenericArguments()[0])
            : throw new ArgumentException($"{Path}.{name} is not a list.", nameof(name));
    }

    private void Finish(ImportShape? list)
    {
        List = list;
        Lists = [.. list?.Lists ?? [], .. IsList ? (ImportShape[])[this] : []];
        if (IsList)
        {
            Keys = [.. Leaves().Where(leaf => leaf.Column!.IsKey)];
            NoParts = [.. Keys.Skip(1).Select(_ => "")];
            Summed = Leaves().FirstOrDefault(leaf => leaf.Column!.IsSummed);
        }

        foreach (var member in _members)
            member.Finish(IsList ? this : list);
    }

    // Not those of the lists in it.
    private IEnumerable<ImportShape> Leaves() => _members.SelectMany(member =>
        member.Leaf is not null ? [member] : member.IsList ? [] : member.Leaves());
}
