using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>A step in the design of pay.</summary>
/// <remarks>Source: 《B2B 大客户开发与管理》, module 8.</remarks>
[JsonConverter(typeof(TermJsonConverter<PayDesignStep>))]
public sealed class PayDesignStep : Term<PayDesignStep>
{
    /// <summary>Decide how much is base pay and how much depends on results; value 1.</summary>
    public static readonly PayDesignStep PayStructure = new(1);
    /// <summary>Decide which grade has which target; value 2.</summary>
    public static readonly PayDesignStep GradesAndTargets = new(2);
    /// <summary>Decide what attainment pays, with threshold, accelerator and cap; value 3.</summary>
    public static readonly PayDesignStep IncentivePlan = new(3);

    private PayDesignStep(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
