using System.Reflection;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.House;

/// <summary>What the homes of source entries are looked up in.</summary>
/// <param name="Assembly">The assembly of the library.</param>
/// <param name="Texts">Its embedded texts.</param>
/// <param name="LaterRooms">The rooms that an entry may wait for.</param>
internal sealed record SourceLibrary(Assembly Assembly, TextTable Texts, IReadOnlyList<string> LaterRooms)
{
    private const string Root = "KeyAccount.Core.";
    private const BindingFlags Visible = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.FlattenHierarchy;

    /// <summary>The library as it is, with the rooms of its design that are still to be built.</summary>
    public static SourceLibrary Core { get; } = new(
        typeof(Term<>).Assembly,
        TextTable.FromResources(typeof(Term<>).Assembly, "KeyAccount.Core.Texts"),
        [
            "Activities", "Bidding", "Competition", "CustomerStrategy", "Funnel", "LifetimeValue", "Needs", "Planning", "Prospects",
            "SalesTeam", "Services",
            "Winback",
        ]);

    public bool HasRoom(string room) => Assembly.GetExportedTypes().Any(type =>
        type.Namespace == Root + room || type.Namespace?.StartsWith($"{Root}{room}.", StringComparison.Ordinal) == true);

    public Type? TypeOf(string name) => Assembly.GetType(name) is { IsVisible: true } type ? type : null;

    public bool HasMember(string name) =>
        name.LastIndexOf('.') is > 0 and var dot && TypeOf(name[..dot])?.GetMember(name[(dot + 1)..], Visible).Length > 0;

    /// <summary>The key of the texts of a value: <c>Grading.AccountTier.A</c>.</summary>
    public static string KeyOf(Type term, string value) => $"{term.FullName![Root.Length..]}.{value}";
}
