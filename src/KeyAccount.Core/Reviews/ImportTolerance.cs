using System.Text.Json.Serialization;

namespace KeyAccount.Core.Reviews;

/// <summary>What becomes of rows that have faults.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ImportTolerance>))]
public enum ImportTolerance
{
    /// <summary>No portfolio is made as long as there is a fault.</summary>
    None,

    /// <summary>A faulty value is left out, and counts as unknown; a row that cannot do without it is left out as a whole.</summary>
    LeaveOutValues,

    /// <summary>A row that has a fault is left out as a whole.</summary>
    LeaveOutRows,
}
