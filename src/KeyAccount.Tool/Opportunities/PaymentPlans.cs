using KeyAccount.Core.Funnel;
using KeyAccount.Tool.Tables;

namespace KeyAccount.Tool.Opportunities;

/// <summary>How deals are to be paid, from a table of its own. A plan is kept until its deal is read.</summary>
internal sealed class PaymentPlans
{
    private readonly Dictionary<string, List<PaymentShare>> _deals = new(StringComparer.Ordinal);

    /// <summary>How many deals have a plan that no table of deals has.</summary>
    public int Unused => _deals.Count;

    public static PaymentPlans Read(FieldTable table, Action<RowException> skip)
    {
        var plans = new PaymentPlans();
        table.ReadAll(plans.Add, skip);
        return plans;
    }

    /// <summary>Takes out the plan of a deal; empty if there is none.</summary>
    public IReadOnlyList<PaymentShare> Take(string id) => _deals.Remove(id, out var plan) ? plan : [];

    private void Add(FieldTable.FieldRow row)
    {
        var id = row.Needed(OpportunityFields.Id);
        var date = row.Date(OpportunityFields.PaymentDate) ?? throw row.Fault(OpportunityFields.PaymentDate, "a date is needed");
        var share = OpportunityFormat.FractionOf(row, OpportunityFields.Share, isZeroAllowed: false)
            ?? throw row.Fault(OpportunityFields.Share, "the share that is to be paid is needed, such as 0.3 or 30 %");
        if (!_deals.TryGetValue(id, out var plan))
            _deals[id] = plan = [];
        if (plan.Sum(payment => payment.Share) + share > 1)
            throw row.Fault(OpportunityFields.Share, "the shares of the deal sum to more than 1");
        plan.Add(new(date, share));
    }
}
