using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The parts of the account file, as their properties declare them. The limit of a list, the values in tables of an export, and
/// unusual numbers all follow from these declarations.</summary>
/// <remarks>A part belongs to the topic that has its place in the file: its <see cref="JsonPropertyOrderAttribute"/> divided by ten is
/// <see cref="ReviewTopic.Order"/>.</remarks>
internal static class AccountParts
{
    private const int PlacesOfTopic = 10;

    // By the type itself, so that a trimmed program has them too.
    private static readonly Dictionary<string, int> Bounds = typeof(AccountFile).GetProperties()
        .Select(property => (property.Name, Most: property.GetCustomAttribute<MostEntriesAttribute>()?.Count))
        .Where(list => list.Most is not null)
        .ToDictionary(list => list.Name, list => list.Most!.Value, StringComparer.OrdinalIgnoreCase);

    private static readonly Lazy<Member[]> Members = new(() => MembersOf(ReviewJson.Default.AccountFile, withRangeOnly: false));
    private static readonly Lazy<Member[]> WithRange = new(() => MembersOf(ReviewJson.Default.AccountFile, withRangeOnly: true));
    private static readonly Lazy<(Member Part, int Most)[]> Lists = new(() =>
    [
        .. Members.Value.Where(member => member.IsList)
            .Select(member => (member, Bounds.GetValueOrDefault(member.Name, Portfolio.MostEntries))),
    ]);

    /// <summary>Refuses lists that are too long, before any work is done on them.</summary>
    public static void CheckSize(string path, AccountFile account, List<ModelFault> faults)
    {
        foreach (var (part, most) in Lists.Value)
        {
            if (part.Read(account) is ICollection { Count: var count } && count > most)
                Portfolio.Fits($"{path}.{part.Name}", count, faults, most);
        }
    }

    /// <summary>The columns for the parts of a topic, in the order of the file.</summary>
    /// <param name="topic">The place of the topic; 0 for the identity of the account.</param>
    /// <param name="named">Columns whose title or unit the declaration does not give; each replaces the one with its path.</param>
    public static IReadOnlyList<AccountColumn> ColumnsOf(int topic, IReadOnlyList<AccountColumn> named) =>
    [
        .. Members.Value.Where(member => member.Place / PlacesOfTopic == topic)
            .SelectMany(member => ColumnsOf(member, ""))
            .Select(column => ColumnHints.Of(named.FirstOrDefault(each => each.Path == column.Path) ?? column)),
    ];

    /// <summary>The numbers of an account that are possible but unlikely, in the order of the file.</summary>
    public static IEnumerable<(string Path, double Value, FactRange Range)> Unusual(AccountFile account) =>
        WithRange.Value.SelectMany(member => Unusual(member, account, ""));

    private static IEnumerable<(string Path, double Value, FactRange Range)> Unusual(Member member, object owner, string path)
    {
        if (member.Read(owner) is not { } value)
            yield break;
        if (member.Range is { } range)
        {
            var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
            if (!range.IsUsual(number))
                yield return (path + member.Name, number, range);
        }
        else if (value is IEnumerable items && member.IsList)
        {
            var i = 0;
            foreach (var item in items)
            {
                foreach (var found in item is null ? [] : member.Parts.SelectMany(
                    part => Unusual(part, item, Invariant($"{path}{member.Name}[{i}]."))))
                {
                    yield return found;
                }

                i++;
            }
        }
        else
        {
            foreach (var found in member.Parts.SelectMany(part => Unusual(part, value, $"{path}{member.Name}.")))
                yield return found;
        }
    }

    private static IEnumerable<AccountColumn> ColumnsOf(Member member, string path) => member.Parts.Length == 0
        ? [new(path + member.Name, UnitOf(member.Property)) { IsConfidential = IsConfidential(member.Property) }]
        : member.Parts.SelectMany(part => ColumnsOf(part, $"{path}{member.Name}{(member.IsList ? "[]" : "")}."));

    private static bool IsConfidential(PropertyInfo? property) =>
        property?.GetCustomAttribute<PrivacyAttribute>()?.Privacy == Privacy.Confidential;

    private static string? UnitOf(PropertyInfo? property) => property?.GetCustomAttribute<FactRangeAttribute>() is not { } range ? null
        : range.Unit switch
        {
            FactUnit.Money => "currency",
            FactUnit.Fraction => "fraction",
            FactUnit.Days => "days",
            FactUnit.Months => "months",
            FactUnit.TimesPerYear => "times a year",
            FactUnit.Points or FactUnit.Rating => Invariant($"points {range.Minimum}–{range.Maximum}"),
            FactUnit.Count => "number",
            _ => "number",
        };

    private static Member[] MembersOf(JsonTypeInfo type, bool withRangeOnly) =>
    [
        .. type.Properties.Where(property => property.Get is not null && property.PropertyType != typeof(IReadOnlyList<TopicValue>))
            .Select(property => MemberOf(type, property, withRangeOnly))
            .Where(member => !withRangeOnly || member.Range is not null || member.Parts.Length > 0)
            .OrderBy(member => member.Place),
    ];

    private static Member MemberOf(JsonTypeInfo owner, JsonPropertyInfo json, bool withRangeOnly)
    {
        var property = json.AttributeProvider as PropertyInfo ?? PropertyOf(owner.Type, json.Name);
        var type = owner.Options.GetTypeInfo(json.PropertyType);
        var isList = type.Kind == JsonTypeInfoKind.Enumerable;
        var part = isList ? owner.Options.GetTypeInfo(json.PropertyType.GetGenericArguments()[0]) : type;
        var range = withRangeOnly && property is not null && FactRange.Of(property) is { } said
            && (said.UsualLow > said.Low || said.UsualHigh < said.High) ? said : null;
        return new(
            json.Name, json.Order, property, isList, range, part.Kind == JsonTypeInfoKind.Object ? MembersOf(part, withRangeOnly) : [],
            json.Get!);
    }

    // Where the generated code names no property, as on .NET 8; types with ranges keep theirs, because their checks ask for them.
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "What is not found has no range and no unit.")]
    private static PropertyInfo? PropertyOf(Type owner, string name) =>
        owner.GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);

    private sealed record Member(
        string Name, int Place, PropertyInfo? Property, bool IsList, FactRange? Range, Member[] Parts, Func<object, object?> Read);
}
