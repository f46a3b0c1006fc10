using System.Diagnostics.CodeAnalysis;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Stakeholders;

/// <summary>The document of a stakeholder map: how far it supports us, through whom, whom to win next, who must not leave, and what
/// to ask.</summary>
internal static class StakeholderMapDocument
{
    public static Document Of(StakeholderMap map, string language)
    {
        var writer = new DocumentWriter(language);
        return writer.Document(writer.Text("Stakeholders.Describe.title"),
        [
            Support(map.Support, writer),
            map.DecisionMode is { } mode ? writer.Paragraph("Stakeholders.Describe.decisionMode", mode) : null,
            map.People.Count == 0 ? null : People(map, writer),
            map.People.Count == 0 ? null
                : writer.Section("Stakeholders.Describe.coverage", Coverage(map, writer), Depth(map.Depth, writer)),
            writer.SectionOf(
                "Stakeholders.Describe.win", [DocumentWriter.List(map.NextToWin().Select(step => writer.ItemWithName(step.Advice)), true)]),
            .. Strategies(map, writer),
            writer.SectionOf(
                "Stakeholders.Describe.risks",
                [DocumentWriter.List(map.Risks().SelectMany(risk => risk.Findings).Select(writer.ItemWithName))]),
            writer.SectionOf(
                "Stakeholders.Describe.questions",
                [DocumentWriter.List(map.OpenQuestions().Select(question => writer.ItemWithName(question.Text)))]),
        ]);
    }

    /// <summary>How to move the people of each role, what those who are inside can do for us, and how to reach those who are hard to
    /// reach; nothing of what concerns nobody on the map.</summary>
    public static IReadOnlyList<Section?> Strategies(StakeholderMap map, DocumentWriter writer) =>
    [
        writer.SectionOf("Stakeholders.Describe.roles",
            [DocumentWriter.List(StakeholderRole.InOrder.Where(role => map.People.Any(person => person.Role == role))
                .Select(role => writer.Item("Stakeholders.Describe.role.move", role, role.HowToMove)))]),
        writer.SectionOf("Stakeholders.Describe.inside",
            [DocumentWriter.List(map.People.Where(person => person.Help is not null || IsFriendly(person))
                .Select(person => Advice(person, StakeholderTables.InsideOf(person), writer)))]),
        writer.SectionOf("Stakeholders.Describe.reach",
            [DocumentWriter.List(map.People.Where(person => person.Ladder is null && IsKey(person))
                .Select(person => Advice(person, StakeholderTables.ReachOf(map, person.Id), writer)))]),
    ];

    private static bool IsFriendly(Stakeholder person) => person.Ladder == LadderLevel.CR1 || person.Ladder == LadderLevel.CR2;

    private static bool IsKey(Stakeholder person) => person.Role == StakeholderRole.KDM || person.Role == StakeholderRole.KI;

    private static ListItem? Advice<TAdvice>(Stakeholder person, Rules.Decision<TAdvice> decision, DocumentWriter writer)
        where TAdvice : class => decision.Advice is not { } advice ? null : writer.Item(
            person.Help is not null && advice is InsideStep ? "Stakeholders.Describe.person.inside" : "Stakeholders.Describe.person.advice",
            Run.Name(person.Name ?? person.Id), advice, decision.Hits[0].Reason, person.Help);

    public static Paragraph Support(Support support, DocumentWriter writer) =>
        support.Value is null ? writer.Paragraph("Stakeholders.Describe.supportUnknown") : writer.Paragraph(
            support.Coverage < 1 ? "Stakeholders.Describe.supportBetween" : "Stakeholders.Describe.support",
            NumberCell.Of(support.Value, 1),
            NumberCell.Of(support.Range.Low, 1),
            NumberCell.Of(support.Range.High, 1),
            NumberCell.Percent(support.Coverage));

    // By influence, as the people of a map are read.
    public static GraphFigure People(StakeholderMap map, DocumentWriter writer)
    {
        var people = map.People.OrderByDescending(person => person.Influence).ThenBy(person => person.Id, StringComparer.Ordinal).ToArray();
        var names = people.ToDictionary(person => person.Id, person => person.Name ?? person.Id, StringComparer.Ordinal);
        return new(
            writer.Text("Stakeholders.Describe.map"),
            writer.Text("Stakeholders.Describe.map.description"),
            new(
                writer.Text("Stakeholders.Describe.person"), writer.Text("Stakeholders.Describe.level"),
                writer.Text("Stakeholders.Describe.role"), writer.Text("Stakeholders.Describe.stance"),
                writer.Text("Stakeholders.Describe.ties")),
            [
                .. people.Select(person => new GraphNode(
                    person.Id, names[person.Id], Named(person.ManagementLevel), Named(person.Role), Named(map.StanceOf(person)),
                    person.Influence)),
            ],
            [.. map.Ties.Select(tie => new GraphEdge(tie.From, tie.To, writer.NameOf(tie.Kind), !tie.Kind.IsMutual))])
        {
            Rows = [.. ManagementLevel.InOrder.Select(writer.NameOf)],
            Columns = [.. StakeholderRole.InOrder.Select(writer.NameOf)],
            Groups = [.. Stance.InOrder.Select(writer.NameOf)],
            Data = new(
                [
                    writer.Column("Stakeholders.Describe.person"), writer.Column("Stakeholders.Describe.role"),
                    writer.Column("Stakeholders.Describe.level"), writer.Number("Stakeholders.Describe.influence"),
                    writer.Column("Stakeholders.Describe.ladder"), writer.Column("Stakeholders.Describe.ties"),
                ],
                [
                    .. people.Select(person => new TableRow(
                    [
                        new TextCell(names[person.Id], RunStyle.Name), writer.Cell(person.Role), writer.Cell(person.ManagementLevel),
                        NumberCell.Of(Math.Round(person.Influence, 2), decimals: null), writer.Cell(person.Ladder), Ties(person),
                    ])),
                ]),
        };

        string? Named(object? term) => term is null ? null : writer.NameOf(term);

        Cell Ties(Stakeholder person) => new TextCell(writer.Listed(map.Ties
            .Where(tie => tie.From == person.Id || (tie.Kind.IsMutual && tie.To == person.Id))
            .Select(tie => (object)writer.Say(
                "Stakeholders.Describe.tie", tie.Kind, Run.Name(names[tie.From == person.Id ? tie.To : tie.From])))));
    }

    private static Table Coverage(StakeholderMap map, DocumentWriter writer)
    {
        return new(
            [
                writer.Column("Stakeholders.Describe.part"), writer.Number("Stakeholders.Describe.people"),
                writer.Number("Stakeholders.Describe.known"), writer.Number("Stakeholders.Describe.forUs"),
                writer.Number("Stakeholders.Describe.againstUs"), writer.Number("Stakeholders.Describe.supportTitle"),
            ],
            [.. Rows(map.ByRole), .. Rows(map.ByManagementLevel), .. Rows(map.ByChain)]);

        IEnumerable<TableRow> Rows<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TPart>(
            IEnumerable<ChainCoverage<TPart>> parts)
            where TPart : Term<TPart> => parts.Where(part => part.Part is not null).Select(part => new TableRow(
            [
                writer.Cell(part.Part), new NumberCell(part.People), new NumberCell(part.Known), new NumberCell(part.Supporters),
                new NumberCell(part.Opponents), NumberCell.Of(part.Support.Value, 0),
            ]));
    }

    public static BulletList Depth(IEnumerable<DepthFinding> depth, DocumentWriter writer) => new(
    [
        .. depth.Select(each => writer.Item(
            each.IsReached switch
            {
                true => "Stakeholders.Describe.depth.reached",
                false => "Stakeholders.Describe.depth.notReached",
                null => "Stakeholders.Describe.depth.unknown",
            },
            each.Depth)),
    ]);
}
