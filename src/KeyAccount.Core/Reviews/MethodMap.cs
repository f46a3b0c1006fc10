using KeyAccount.Core.Documents;
using KeyAccount.Core.LifetimeValue;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>The map of the method (战略客户关系管理地图): which room serves which of the four steps and the three goals of customer relationship
/// management.</summary>
/// <remarks>Steps and goals come from 《大客户销售技巧（客户关系管理篇）》 (识别、开发、保留、价值提升; 更多、更久、更深). 《大客戶戰略客戶關係管理》 announces a map but does not show it, and
/// names two tasks and five core ideas (<see cref="PlacesOf(CoreIdea)"/>). Which room serves what is a <c>LibraryDefault</c>.</remarks>
public static class MethodMap
{
    private static readonly RelationshipTask[] EveryStep = [.. RelationshipTask.InOrder];
    private static readonly LifetimeGoal[] EveryGoal = [.. LifetimeGoal.InOrder];

    /// <summary>All rooms of the method, in the order of the method.</summary>
    public static IReadOnlyList<MethodPlace> Places { get; } =
    [
        new("Grading", [RelationshipTask.Identify], [LifetimeGoal.More, LifetimeGoal.Deeper]),
        new("LifetimeValue", [RelationshipTask.Identify, RelationshipTask.Raise], [LifetimeGoal.Longer, LifetimeGoal.Deeper]),
        new("Lifecycle", [RelationshipTask.Identify, RelationshipTask.Retain], [LifetimeGoal.Longer]),
        new("Prospects", [RelationshipTask.Identify, RelationshipTask.Develop], [LifetimeGoal.More]),
        new("Activities", [RelationshipTask.Develop], [LifetimeGoal.More]),
        new("Funnel", [RelationshipTask.Develop], [LifetimeGoal.More]),
        new("Needs", [RelationshipTask.Develop, RelationshipTask.Raise], [LifetimeGoal.More, LifetimeGoal.Deeper]),
        new("Competition", [RelationshipTask.Develop, RelationshipTask.Retain], [LifetimeGoal.More, LifetimeGoal.Longer]),
        new("Bidding", [RelationshipTask.Develop], [LifetimeGoal.More]),
        new("Stakeholders", [RelationshipTask.Develop, RelationshipTask.Retain], [LifetimeGoal.More, LifetimeGoal.Longer]),
        new("Relationships", [RelationshipTask.Develop, RelationshipTask.Retain], [LifetimeGoal.Longer, LifetimeGoal.Deeper]),
        new("CustomerStrategy", [RelationshipTask.Retain, RelationshipTask.Raise], [LifetimeGoal.Longer, LifetimeGoal.Deeper]),
        new("Negotiation", [RelationshipTask.Develop, RelationshipTask.Raise], [LifetimeGoal.More, LifetimeGoal.Deeper]),
        new("Pricing", [RelationshipTask.Retain, RelationshipTask.Raise], [LifetimeGoal.Deeper]),
        new("Satisfaction", [RelationshipTask.Retain], [LifetimeGoal.Longer]),
        new("Loyalty", [RelationshipTask.Retain, RelationshipTask.Raise], [LifetimeGoal.Longer, LifetimeGoal.Deeper]),
        new("SwitchingCosts", [RelationshipTask.Retain], [LifetimeGoal.Longer]),
        new("Services", [RelationshipTask.Retain, RelationshipTask.Raise], [LifetimeGoal.Longer, LifetimeGoal.Deeper]),
        new("Winback", [RelationshipTask.Retain], [LifetimeGoal.Longer]),
        new("Planning", EveryStep, EveryGoal),
        new("SalesTeam", [RelationshipTask.Develop, RelationshipTask.Retain], [LifetimeGoal.More, LifetimeGoal.Longer]),
    ];

    private static readonly Dictionary<CoreIdea, string[]> RoomsOfIdeas = new()
    {
        [CoreIdea.ValueMarketing] = ["Grading", "LifetimeValue", "Needs", "Pricing"],
        [CoreIdea.DifferentiationMarketing] = ["Competition", "Bidding", "Pricing"],
        [CoreIdea.SolutionMarketing] = ["Funnel", "Needs", "CustomerStrategy"],
        [CoreIdea.ServiceMarketing] = ["Satisfaction", "Services", "SwitchingCosts", "Winback"],
        [CoreIdea.RelationshipMarketing] = ["Activities", "Stakeholders", "Relationships", "CustomerStrategy", "Loyalty"],
    };

    /// <summary>The meaning of customer relationship management, following NCR's definition as it is usually retold, in the library's own
    /// words. Provenance: <c>LibraryDefault</c>; 《大客户销售技巧（客户关系管理篇）》 names the definition but does not give it.</summary>
    public static Text Definition => TextTable.Library["Reviews.MethodMap.definition"];

    /// <summary>Finds the rooms that serve both a step and a goal.</summary>
    /// <param name="step">The step; null for any.</param>
    /// <param name="goal">The goal; null for any.</param>
    /// <returns>The rooms, in the order of <see cref="Places"/>.</returns>
    public static IReadOnlyList<MethodPlace> PlacesOf(RelationshipTask? step, LifetimeGoal? goal) =>
    [
        .. Places.Where(place => (step is null || place.Steps.Contains(step)) && (goal is null || place.Goals.Contains(goal))),
    ];

    /// <summary>Finds the rooms that serve a core idea. Provenance: <c>LibraryDefault</c>; 《大客戶戰略客戶關係管理》 names the ideas.</summary>
    /// <param name="idea">The idea.</param>
    /// <returns>The rooms, in the order of <see cref="Places"/>; at least one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="idea"/> is null.</exception>
    public static IReadOnlyList<MethodPlace> PlacesOf(CoreIdea idea)
    {
        ArgumentNullException.ThrowIfNull(idea);
        return [.. Places.Where(place => RoomsOfIdeas[idea].Contains(place.Room, StringComparer.Ordinal))];
    }

    /// <summary>Describes the map for a person: the definition, three layers, two tasks, the rooms by step and goal, and five core
    /// ideas.</summary>
    /// <param name="language">The language, as a BCP 47 tag; falls back to its parent language, then to English.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="language"/> is null.</exception>
    public static Document Describe(string language = Language.English)
    {
        var writer = new DocumentWriter(language);
        return writer.Document(writer.Text("Reviews.MethodMap.title"),
        [
            writer.Paragraph(Definition),
            writer.Paragraph("Reviews.MethodMap.layers", writer.Listed(CrmLayer.InOrder)),
            writer.Paragraph("Reviews.MethodMap.tasks", writer.Listed(SalesTask.InOrder.Select(task =>
                (object)writer.Text("Reviews.MethodMap.task", writer.NameOf(task), Run.TextOf(writer.Listed(task.Steps)))))),
            TableOf(writer),
            new Section(writer.Text("Reviews.MethodMap.ideas"), [Ideas(writer)]),
        ]);
    }

    /// <summary>Describes the map as a section of another document.</summary>
    internal static Section ToSection(DocumentWriter writer) => new(writer.Text("Reviews.MethodMap.title"), [TableOf(writer)]);

    private static Table Ideas(DocumentWriter writer) => new(
        [
            writer.Column("Reviews.MethodMap.idea"), writer.Column("Reviews.MethodMap.means"), writer.Column("Reviews.MethodMap.served"),
        ],
        [
            .. CoreIdea.InOrder.Select(idea => new TableRow(
            [
                writer.Cell(idea), new TextCell(idea.Description(writer.Language)),
                new TextCell(writer.Listed(PlacesOf(idea).Select(place => (object)place.Name))),
            ])),
        ]);

    private static Table TableOf(DocumentWriter writer) => new(
        [
            writer.Column("Reviews.MethodMap.step"),
            .. LifetimeGoal.InOrder.Select(goal => new TableColumn(writer.Capital(writer.NameOf(goal)))),
        ],
        [
            .. RelationshipTask.InOrder.Select(step => new TableRow(
            [
                writer.Cell(step),
                .. LifetimeGoal.InOrder.Select(goal =>
                    (Cell)new TextCell(writer.Listed(PlacesOf(step, goal).Select(place => (object)place.Name)))),
            ])),
        ]);
}
