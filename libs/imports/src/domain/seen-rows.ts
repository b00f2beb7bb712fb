/** Which service numbers and national ids stood in which row of this file. Lives as long as the reading, and is not stored. */
export class SeenRows {
  private readonly serviceNumbers = new Map<string, number>();
  private readonly nationalIds = new Map<string, number>();

  rowOfServiceNumber(serviceNumber: string): number | undefined {
    return this.serviceNumbers.get(serviceNumber);
  }

  rowOfNationalId(nationalId: string): number | undefined {
    return this.nationalIds.get(nationalId);
  }

  add(row: number, serviceNumber: string, nationalId: string | null): void {
    this.serviceNumbers.set(serviceNumber, row);
    if (nationalId !== null) this.nationalIds.set(nationalId, row);
  }
}
