using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>A measure that closes a gap in a competence.</summary>
/// <remarks>A LibraryDefault: 《B2B 大客户开发与管理》 announces three tools to pass on capability (能力复制的“三大法宝”) but names only the kinds.</remarks>
[JsonConverter(typeof(TermJsonConverter<TrainingMeasure>))]
public sealed class TrainingMeasure : Term<TrainingMeasure>
{
    /// <summary>Regular talks with a mentor; value 1.</summary>
    public static readonly TrainingMeasure Mentoring = new(1);
    /// <summary>A reading list with a date and a test; value 2.</summary>
    public static readonly TrainingMeasure SelfStudy = new(2);
    /// <summary>A course that ends with an exam; value 3.</summary>
    public static readonly TrainingMeasure Course = new(3);
    /// <summary>Practice in a role play, recorded and corrected; value 4.</summary>
    public static readonly TrainingMeasure RolePlay = new(4);
    /// <summary>Joint visits with somebody who masters it, and a talk right after each; value 5.</summary>
    public static readonly TrainingMeasure JointVisit = new(5);

    private TrainingMeasure(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
