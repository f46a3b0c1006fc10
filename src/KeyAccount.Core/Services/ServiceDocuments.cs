using KeyAccount.Core.Documents;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Services;

/// <summary>The document of the service for an account.</summary>
internal static class ServiceDocuments
{
    private const int ShownProposals = 5;

    public static IEnumerable<Block> Of(ServiceReview review, string? currency, DocumentWriter writer)
    {
        if (review is { Mix: { RepairShare: { } repair } mix })
        {
            yield return writer.Paragraph(
                "Services.Describe.mix", mix.Orders, NumberCell.Percent(repair), NumberCell.Percent(mix.ValueAddingShare));
            if (review.Maturity is { IsDecided: true } maturity)
                yield return writer.Paragraph("Services.Describe.why", maturity.Advice, maturity.Hits[0].Reason);
            if (mix.Unmeasured > 0)
                yield return writer.Note("Services.Describe.unmeasured", mix.Unmeasured);
        }

        if (review.Shift is { } shift)
        {
            yield return writer.Paragraph(
                shift.ChangePerPeriod < 0 ? "Services.Describe.shift.prevention"
                : shift.ChangePerPeriod > 0 ? "Services.Describe.shift.repair" : "Services.Describe.shift.none",
                NumberCell.Percent(shift.First), NumberCell.Percent(shift.Last), NumberCell.Percent(Math.Abs(shift.ChangePerPeriod), 1));
            yield return MixByQuarter(review.MixByQuarter, writer);
        }

        foreach (var block in Downtime(review, currency, writer))
            yield return block;
        if (review.Promise is { } promise)
            yield return Promise(review, promise, writer);
        if (review.Profit.Count > 0)
            yield return new Section(writer.Text("Services.Describe.profit"), [.. Profit(review.Profit, currency, writer)]);
        if (review.Proposals.Count > 0)
            yield return new Section(writer.Text("Services.Describe.proposals"), [.. Proposals(review.Proposals, writer)]);
        if (review.Contracts.Any(contract => contract.Expected is not null))
            yield return Contracts(review.Contracts, currency, writer);
        if (review.Stock.Count > 0)
            yield return Stock(review.Stock, writer);
    }

    private static BarFigure MixByQuarter(IReadOnlyList<ServiceMix> mixes, DocumentWriter writer) => new(
        writer.Text("Services.Describe.mixByQuarter"),
        writer.Text("Services.Describe.mixByQuarter.description"),
        writer.Capital(writer.Text("Services.Describe.quarter")),
        writer.Axis("Services.Describe.share", "%"),
        [
            .. from mix in mixes
               where mix.RepairShare is not null
               from depth in mix.Depths
               select new Bar(
                   Month(mix.Until), depth.Share is { } share ? (decimal)(100 * share) : null, null,
                   writer.Capital(writer.NameOf(depth.Depth))),
        ],
        group: writer.Capital(writer.Text("Services.Describe.depth")));

    private static IEnumerable<Block> Downtime(ServiceReview review, string? currency, DocumentWriter writer)
    {
        if (review.Availability is { } seen)
        {
            yield return writer.Paragraph(
                "Services.Describe.availability", NumberCell.Percent(seen.Value, 2), NumberCell.Of(seen.BetweenFailures),
                NumberCell.Of(seen.ToRepair, 1));
        }

        if (review.ExcessDowntime is > 0 and var hours)
        {
            yield return review.ExcessDowntimeCost is { } cost
                ? writer.Warning("Services.Describe.excess.cost", NumberCell.Of(hours, 1), new NumberCell(cost, 0, currency))
                : writer.Warning("Services.Describe.excess", NumberCell.Of(hours, 1));
        }
    }

    private static Section Promise(ServiceReview review, ServicePromise promise, DocumentWriter writer)
    {
        // A service that we do not do yet is told among the proposals.
        PromiseCheck[] refused =
        [
            .. review.Checks.Where(check => !check.IsGranted
                && (check.Service is null || review.Proposals.All(proposal => proposal.Type != check.Service))),
        ];
        return new(writer.Text("Services.Describe.promise"),
        [
            .. review.Package is { IsDecided: true } package ? [writer.Paragraph(package.Hits[0].Reason)] : (Block[])[],
            new BulletList(
            [
                writer.Item("Services.Describe.promise.services", writer.Listed(promise.Types)),
                writer.Item("Services.Describe.promise.response", new NumberCell(promise.Standard.ResponseHours)),
                .. promise.Package.Availability is { } availability
                    ? [writer.Item("Services.Describe.package.availability", NumberCell.Percent(availability, 1))] : (ListItem[])[],
                .. promise.Package.StockDays > 0
                    ? [writer.Item("Services.Describe.package.stock", new NumberCell(promise.Package.StockDays))] : (ListItem[])[],
            ]),
            .. refused.Length == 0 ? (Block[])[]
                : [writer.Warning("Services.Describe.refused"), new BulletList([.. refused.Select(check => writer.Item(check.Reason))])],
        ]);
    }

    private static IEnumerable<Block> Profit(IReadOnlyList<ServiceProfit> profit, string? currency, DocumentWriter writer)
    {
        var hasWorth = profit.Any(each => each.CustomerWorth is not null);
        yield return new Table(
            [
                writer.Column("Services.Describe.service"), writer.Column("Services.Describe.depth"),
                writer.Number("Services.Describe.orders"), writer.Number("Services.Describe.hours"),
                writer.Number("Services.Describe.cost", currency), writer.Number("Services.Describe.revenue", currency),
                writer.Number("Services.Describe.result", currency),
                .. hasWorth ? [writer.Number("Services.Describe.worth", currency)] : (TableColumn[])[],
            ],
            [
                .. profit.Where(each => each.Type is not null || profit.Count > 2).Select(each => new TableRow(
                [
                    each.Type is { } type ? writer.Cell(type) : new TextCell(writer.Capital(writer.Text("Services.Describe.all"))),
                    writer.Cell(each.Type?.Depth), new NumberCell(each.Orders), NumberCell.Of(each.Hours, 1),
                    new NumberCell(each.Cost), new NumberCell(each.Revenue), NumberCell.Of(each.Profit),
                    .. hasWorth ? [NumberCell.Of(each.CustomerWorth)] : (Cell?[])[],
                ])),
            ]);
        var all = profit[^1];
        if (all.FreeOrders > 0)
            yield return writer.Note("Services.Describe.free", all.FreeOrders, new NumberCell(all.FreeCost, 0, currency));
        if (all.Unknown > 0)
            yield return writer.Note("Services.Describe.unknown", all.Unknown);
    }

    private static IEnumerable<Block> Proposals(IReadOnlyList<ServiceProposal> proposals, DocumentWriter writer)
    {
        yield return new Table(
            [
                writer.Column("Services.Describe.service"), writer.Column("Services.Describe.depth"),
                writer.Column("Services.Describe.lever"), writer.Number("Services.Describe.gain"),
                writer.Column("Services.Describe.component"), writer.Column("Services.Describe.capacity"),
            ],
            [
                .. proposals.Take(ShownProposals).Select(proposal => new TableRow(
                [
                    writer.Cell(proposal.Type), writer.Cell(proposal.Type.Depth), writer.Cell(proposal.Type.Lever),
                    NumberCell.Of(proposal.BarrierGain, 1), writer.Cell(proposal.Type.Component),
                    new TextCell(writer.Capital(writer.Text(
                        proposal.IsOffered ? "Services.Describe.capacity.enough"
                        : proposal.Capacity?.RuleId == "beyond" ? "Services.Describe.capacity.short"
                        : "Services.Describe.capacity.unknown"))),
                ])),
            ]);
        if (proposals.Count > ShownProposals)
            yield return writer.Note("Reviews.Describe.more", new NumberCell(proposals.Count - ShownProposals));
    }

    private static Section Contracts(IReadOnlyList<ServiceContract> contracts, string? currency, DocumentWriter writer) => new(
        writer.Text("Services.Describe.contracts"),
        [
            new Table(
                [
                    writer.Column("Services.Describe.contract"), writer.Number("Services.Describe.expectedFee", currency),
                    writer.Number("Services.Describe.cost", currency), writer.Number("Services.Describe.expectedResult", currency),
                    writer.Number("Services.Describe.lossRisk", "%"),
                ],
                [
                    .. from contract in contracts
                       let expected = contract.Expected
                       where expected is not null
                       select new TableRow(
                       [
                           contract.Id, new NumberCell(expected.ExpectedFee), new NumberCell(expected.Cost),
                           new NumberCell(expected.ExpectedResult), new NumberCell(100 * expected.LossProbability, 1),
                       ]),
                ]),
        ]);

    private static Section Stock(IReadOnlyList<ConsignmentStock> stock, DocumentWriter writer) => new(
        writer.Text("Services.Describe.stock"),
        [
            new Table(
                [
                    writer.Column("Services.Describe.item"), writer.Number("Services.Describe.onHand"),
                    writer.Number("Services.Describe.orderUpTo"), writer.Number("Services.Describe.safetyStock"),
                    writer.Number("Services.Describe.toOrder"), writer.Number("Services.Describe.daysOnHand"),
                ],
                [
                    .. stock.Select(item => new TableRow(
                    [
                        item.Item, NumberCell.Of(item.OnHand), NumberCell.Of(item.Plan.OrderUpTo), NumberCell.Of(item.Plan.SafetyStock),
                        NumberCell.Of(item.ToOrder), NumberCell.Of(item.DaysOnHand),
                    ])),
                ]),
        ]);

    private static string Month(LocalDate day) => Invariant($"{day.Year:0000}-{day.Month:00}");
}
